// The panel's engine: a filled conversation as Markdown, as JSON, and as a command line.
(() => {
  "use strict";

  const panel = globalThis.TurnbookPanel;

  // Each message in a fence that nothing in it can end.
  function markdown({ turns }, pattern, variant) {
    const title = variant.kind === "main" ? pattern.title : `${pattern.title}: ${variant.title}`;
    const line = title.replace(/[\n\r]/g, " ").replace(/[\\`*_[\]<>#&]/g, "\\$&");
    const parts = turns.map((turn) => {
      const fork = turn.forkOf === null ? "" : `, instead of what followed turn ${turn.forkOf}`;
      const messages = turn.messages.map((message) => {
        const isPlain = message.role === "user" && turn.messages.length === 1;
        const role = isPlain ? "" : `**${panel.roleLabel(message.role)}:**\n\n`;
        const body = panel.plain(message);
        const runs = (body.match(/`+/g) ?? []).map((run) => run.length + 1);
        const fence = "`".repeat(Math.max(3, ...runs));
        return `${role}${fence}text\n${body}${body.endsWith("\n") ? "" : "\n"}${fence}\n`;
      });
      return `## Turn ${turn.id}${fork}\n\n${messages.join("\n")}`;
    });
    return `# ${line}\n\n${parts.join("\n")}`;
  }

  // JSON with the digits of escapes in capitals, as `turn` writes it.
  panel.json = (value, indent) => JSON.stringify(value, null, indent)
    .replace(/\\(?:u([0-9a-f]{4})|.)/g, (escape, digits) =>
      digits === undefined ? escape : `\\u${digits.toUpperCase()}`);

  const json = ({ turns }, pattern, variant) => panel.json({
    format: "turnbook.conversation/1",
    pattern: pattern.id,
    variant: variant.id,
    turns: turns.map(({ id, messages, forkOf }) => ({
      id,
      messages: messages.map(({ role, content }) => ({ role, content: panel.joined(content) })),
      fork_of: forkOf,
      answer: null,
    })),
  }, 2) + "\n";

  // MARK: The command line

  panel.quoted = (word) => `'${word.replaceAll("'", "'\\''")}'`;
  const shellWord = (word) => /^[\w./=@,:+%-]+$/.test(word) ? word : panel.quoted(word);

  // A command for a POSIX shell that gives the same. Secrets are not in it: `turn` asks for them.
  // What an argument cannot hold, or would be taken for a file, goes through a file.
  panel.command = (pattern, variant, given) => {
    const names = panel.used(variant);
    const secrets = new Set(pattern.variables
      .filter(({ name, type }) => type === "secret" && names.has(name)).map(({ name }) => name));
    const isArgument = (value) => !/^(@|-$)|\0/.test(value) && value.length < 20000;
    const shown = given.filter(([name]) => !secrets.has(name));
    const inFile = new Set(shown.filter(([, value]) => !isArgument(value)).map(([name]) => name));
    const words = ["turn", "fill", shellWord(pattern.id)];
    if (variant !== pattern.variants[0]) words.push("--variant", shellWord(variant.id));
    const file = {};
    for (const [name, value] of shown) {
      if (inFile.has(name)) (file[name] ??= []).push(value);
      else words.push("-v", shellWord(`${name}=${value}`));
    }
    if (secrets.size === 0) words.push("--no-ask");
    const line = words.join(" ");
    if (inFile.size === 0) return `${line}\n`;
    const values = `values=$(mktemp)\nprintf %s ${panel.quoted(panel.json(file))} >"$values"\n`;
    return `${values}${line} --values "$values"\nrm "$values"\n`;
  };

  Object.assign(panel.formats, { markdown, json });
})();
