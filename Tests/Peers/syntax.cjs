// Whether two scripts are the same program: the names of the files that are not, by their syntax trees.
// The parser is node's own: `node --expose-internals syntax.cjs ONE OTHER …`.
const { parse } = require("internal/deps/acorn/acorn/dist/acorn");
const { readFileSync } = require("node:fs");

const tree = (file) => JSON.stringify(
  parse(readFileSync(file, "utf8"), { ecmaVersion: "latest" }),
  (key, value) => key === "start" || key === "end" ? undefined
    : value instanceof RegExp ? String(value) : value);

const files = process.argv.slice(2);
for (let index = 0; index < files.length; index += 2) {
  if (tree(files[index]) !== tree(files[index + 1])) console.log(files[index]);
}
