"""Runs what the repository offers to continuous integration, the way the services run it.

    integration.py action ACTION.yml CASE.json      a composite action of GitHub
    integration.py page PAGE.md TITLE               the YAML block with that title, as JSON
    integration.py yaml FILE                        any YAML file, as JSON

CASE.json: {"inputs": {…}, "github": {…}, "runner": {…}, "cached": bool}. Prints JSON: for each step its
name, whether it ran, its exit code and output. A step that fails ends the run.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

import yaml


def value(expression, contexts):
    """One operand of an expression: a text in quotes, or a name with full stops."""
    expression = expression.strip()
    if re.fullmatch(r"'[^']*'", expression):
        return expression[1:-1]
    found = contexts
    for part in expression.split("."):
        # What is not there is empty, as GitHub has it.
        found = found.get(part, "") if isinstance(found, dict) else ""
    return found


def holds(condition, contexts):
    def one(comparison):
        left, sign, right = re.fullmatch(r"(.+?)\s*(==|!=)\s*(.+)", comparison.strip()).groups()
        return (value(left, contexts) == value(right, contexts)) == (sign == "==")

    return all(one(part) for part in condition.split("&&"))


def filled(text, contexts):
    return re.sub(r"\$\{\{(.*?)\}\}", lambda m: str(value(m[1], contexts)), str(text))


def pairs(path):
    """The lines `name=value` that a step wrote."""
    with open(path) as lines:
        return dict(line.rstrip("\n").split("=", 1) for line in lines)


def run_action(path, case):
    with open(path) as source:
        action = yaml.safe_load(source)
    unknown = set(case["inputs"]) - set(action["inputs"])
    if unknown:
        raise SystemExit(f"no such inputs: {unknown}")
    inputs = {name: str(spec.get("default", "")) for name, spec in action["inputs"].items()}
    inputs |= case["inputs"]
    github = case["github"] | {"action_path": os.path.dirname(os.path.abspath(path))}
    contexts = {"inputs": inputs, "github": github, "runner": case["runner"], "steps": {}}
    environment = dict(os.environ)
    environment |= {"GITHUB_" + name.upper(): text for name, text in github.items()}
    environment |= {"RUNNER_" + name.upper(): text for name, text in case["runner"].items()}
    environment |= {"CI": "true", "GITHUB_ACTIONS": "true"}
    done = []
    for step in action["runs"]["steps"]:
        report = {"name": step["name"], "ran": False}
        done.append(report)
        if not holds(step.get("if", "'' == ''"), contexts):
            continue
        report["ran"] = True
        if "uses" in step:
            given = {key: filled(text, contexts) for key, text in step["with"].items()}
            report |= {"uses": step["uses"], "with": given}
            outputs = {"cache-hit": "true" if case["cached"] else ""}
            contexts["steps"][step["id"]] = {"outputs": outputs}
            continue
        assert step["shell"] == "bash"
        with tempfile.TemporaryDirectory() as folder:
            files = {name: os.path.join(folder, name) for name in ("GITHUB_PATH", "GITHUB_OUTPUT")}
            for file in files.values():
                open(file, "w").close()
            script = os.path.join(folder, "script.sh")
            with open(script, "w") as text:
                text.write(filled(step["run"], contexts))
            own = {key: filled(text, contexts) for key, text in step.get("env", {}).items()}
            # The command that GitHub documents for `shell: bash`.
            result = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
                env=environment | own | files, cwd=case["github"]["workspace"],
                capture_output=True, text=True)
            report |= {
                "status": result.returncode, "output": result.stdout, "errors": result.stderr}
            if "id" in step:
                contexts["steps"][step["id"]] = {"outputs": pairs(files["GITHUB_OUTPUT"])}
            with open(files["GITHUB_PATH"]) as added:
                for line in added.read().splitlines():
                    environment["PATH"] = line + ":" + environment["PATH"]
        if result.returncode != 0:
            break
    return done


def block(path, title):
    with open(path) as page:
        text = page.read()
    return re.search(r'^```yaml title="' + re.escape(title) + r'"\n(.*?)^```$', text, re.M | re.S)[1]


mode, path, *rest = sys.argv[1:]
if mode == "action":
    with open(rest[0]) as case:
        json.dump(run_action(path, json.load(case)), sys.stdout)
elif mode == "page":
    # GitHub reads `on` as a text, YAML 1.1 as true; JSON has no other keys than texts.
    json.dump(yaml.safe_load(block(path, rest[0])), sys.stdout)
else:
    with open(path) as source:
        json.dump(yaml.safe_load(source), sys.stdout)
