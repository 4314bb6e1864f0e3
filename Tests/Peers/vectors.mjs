// Runs the panel's engine on the vectors of filling: what differs is printed, and the exit code is
// the number of cases that do.

import { panel, vectors } from "./panel.mjs";

/** What one format gives, in the form of the vectors. */
function output(format, conversation, pattern, variant) {
  const [name, provider] = format.split(" ");
  try {
    const made = panel.formats[name](conversation, pattern, variant, provider);
    const { text, notes } = typeof made === "string" ? { text: made, notes: [] } : made;
    const lines = text.split("\n");
    return notes.length > 0 ? { lines, notes } : { lines };
  } catch (error) {
    if (error.constructor !== Error) throw error;
    return { refused: error.message };
  }
}

let count = 0;
let failures = 0;

function expect(place, made, expected) {
  count += 1;
  if (JSON.stringify(made) === JSON.stringify(expected)) return;
  failures += 1;
  console.log(`${place}\n  made:     ${JSON.stringify(made)}\n  expected: ${JSON.stringify(expected)}`);
}

for (const [file, { pattern, cases }] of vectors()) {
  for (const { about, variant: name, values, outputs, problems = [] } of cases) {
    const variant = pattern.variants.find(({ id }) => name === null || id === name);
    const conversation = panel.fill(pattern, variant, values);
    const place = `${file}: ${about}`;
    expect(place, conversation.problems.map(({ text }) => text), problems);
    if (problems.length > 0) continue;
    for (const [format, expected] of Object.entries(outputs)) {
      expect(`${place}, ${format}`, output(format, conversation, pattern, variant), expected);
    }
  }
}
console.log(`${count} compared, ${failures} differ`);
process.exit(failures > 0 ? 1 : 0);
