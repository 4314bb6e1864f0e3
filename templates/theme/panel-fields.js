// The panel's form: a field for each variable of a variant, what is in them, and what is wrong.
(() => {
  "use strict";

  const panel = globalThis.TurnbookPanel;

  // Values and words of a page only ever become text and attributes, never markup.
  panel.make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (value !== null && value !== undefined && value !== false) {
        element.setAttribute(name, value === true ? "" : value);
      }
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  };
  const { make, say } = panel;

  const inputs = {
    line: { type: "text" },
    number: { type: "text", inputmode: "decimal" },
    integer: { type: "text", inputmode: "numeric" },
    date: { type: "date" },
    url: { type: "text", inputmode: "url", spellcheck: "false" },
    secret: { type: "password", autocomplete: "off" },
  };

  class Fields {
    constructor(pattern, box, onChange) {
      Object.assign(this, { pattern, box, onChange });
      // What is in the fields, by the variables' names; kept when another variant is shown.
      this.values = new Map();
      this.touched = new Set();
      this.groups = this.grouped();
      this.problems = [];
      box.addEventListener("focusout", ({ target }) => {
        if (target.dataset.name !== undefined) this.touch([target.dataset.name]);
      });
    }

    // Variables in the order of the form: those that change in each round of one turn together.
    grouped() {
      const { variables, variants } = this.pattern;
      const taken = new Set();
      const groups = [];
      const rounds = variants.flatMap(({ turns }) => turns).filter(({ repeats }) => repeats);
      for (const turn of rounds) {
        const names = panel.used({ turns: [turn] });
        const lists = variables.filter((variable) =>
          panel.takesList(variable) && names.has(variable.name) && !taken.has(variable));
        for (const variable of lists) taken.add(variable);
        if (lists.length > 0) groups.push(lists);
      }
      groups.push(...variables.filter((variable) => !taken.has(variable)).map((each) => [each]));
      return groups.sort((a, b) => variables.indexOf(a[0]) - variables.indexOf(b[0]));
    }

    // The pairs of name and value that a person gave; empty fields give none.
    given(isWanted = (variable) => this.used.has(variable.name)) {
      const pairs = new Map();
      for (const group of this.groups) {
        const rows = this.filledRows(group);
        for (const variable of group) pairs.set(variable, this.givenOf(variable, rows));
      }
      return this.pattern.variables.filter(isWanted).flatMap((variable) =>
        pairs.get(variable).map((value) => [variable.name, value]));
    }

    filledRows(group) {
      const lists = group.map(({ name }) => this.values.get(name) ?? []);
      const count = Math.max(...lists.map((list) => list.length));
      return [...Array(count).keys()].filter((row) => lists.some((list) => list[row]));
    }

    givenOf(variable, rows) {
      const all = this.values.get(variable.name) ?? [];
      if (panel.takesList(variable)) {
        const values = rows.map((row) => all[row] ?? "");
        if (variable.required) return values.filter((value) => value !== "");
        return values.some((value) => value !== "") ? values : [];
      }
      let [value = ""] = all;
      if (variable.type === "boolean" && variable.choices.length === 0) {
        // A box that is not checked says no, where something has to be said.
        if (value === "" && variable.required) value = variable.default ?? "false";
        if (value === "false" && !variable.required && variable.default === null) value = "";
      }
      return value === "" || value === variable.default ? [] : [value];
    }

    // Takes pairs in, the values of other names aside.
    take(pairs) {
      const { variables } = this.pattern;
      const taken = new Set();
      for (const [name, value] of pairs) {
        const variable = variables.find((each) => each.name === name)
          ?? variables.find(({ aliases }) => aliases.includes(name));
        if (variable === undefined) continue;
        const before = panel.takesList(variable) && taken.has(variable);
        const all = before ? [...this.values.get(variable.name), value] : [value];
        this.values.set(variable.name, all);
        taken.add(variable);
      }
    }

    clear() {
      this.values.clear();
      this.touched.clear();
    }

    // MARK: Building

    show(variant) {
      this.used = panel.used(variant);
      this.parts = new Map();
      const groups = this.groups.map((group) => group.filter(({ name }) => this.used.has(name)));
      this.box.replaceChildren(...groups.filter((group) => group.length > 0).map((group) =>
        panel.takesList(group[0]) ? this.listOf(group) : this.fieldOf(group[0])));
    }

    // Hints and the place for an error, which controls refer to.
    notesOf(variable) {
      const id = `Fill${this.pattern.variables.indexOf(variable)}`;
      const standard = variable.default === null || variable.choices.length > 0
        || variable.type === "boolean" ? null : say("default", { value: variable.default });
      const texts = [variable.hint, variable.description, standard].filter((text) => text !== null);
      const hint = make("p", { class: "field-hint", id: `${id}Hint`, hidden: texts.length === 0 },
        texts.join(" · "));
      const error = make("p", { class: "field-error", id: `${id}Error`, hidden: true });
      const part = { id, error, controls: [], describedBy: `${hint.id} ${error.id}` };
      this.parts.set(variable.name, part);
      return { part, hint, error };
    }

    label(variable) {
      const optional = make("span", { class: "field-optional" }, say("optional"));
      const isNeeded = variable.required || variable.default !== null;
      return [variable.label, isNeeded ? null : optional];
    }

    fieldOf(variable) {
      const { part, hint, error } = this.notesOf(variable);
      const isWide = variable.multiline || variable.type === "file";
      const box = make("div", { class: `field${isWide ? " wide" : ""}` });
      const control = this.control(variable, 0, part, part.id);
      const label = make("label", { for: part.id }, ...this.label(variable));
      if (control.type === "checkbox") {
        box.append(make("div", { class: "check" }, control, label), hint, error);
      } else {
        box.append(label, control, hint, error);
      }
      if (variable.type === "file") control.after(this.fileButton(variable, control));
      return box;
    }

    // A variable whose slot repeats, or several that go together: rows to add and remove.
    listOf(group) {
      const notes = group.map((variable) => this.notesOf(variable));
      const isAlone = group.length === 1;
      const rows = make("ol", {});
      const add = make("button", { type: "button", class: "panel-button add" }, say("add"));
      const legend = isAlone ? this.label(group[0]) : [say("repeats")];
      const box = make("fieldset", { class: "field wide" }, make("legend", {}, ...legend),
        rows, ...notes.flatMap(({ hint, error }) => [hint, error]), add);
      const counts = () => group.map(({ name }) => this.values.get(name)?.length ?? 0);
      const count = () => Math.max(1, ...counts());

      const build = () => {
        for (const { part } of notes) part.controls = [];
        rows.replaceChildren(...[...Array(count()).keys()].map((row) => {
          const number = row + 1;
          const words = { label: group.map(({ label }) => label).join(", "), number };
          const remove = make("button",
            { type: "button", class: "remove", "aria-label": say("remove", words) });
          remove.addEventListener("click", () => {
            for (const { name } of group) this.values.get(name)?.splice(row, 1);
            build();
            (rows.querySelectorAll(".remove")[Math.max(0, row - 1)] ?? add).focus();
            this.onChange();
          });
          const controls = group.map((variable, index) => {
            const { part } = notes[index];
            const id = `${part.id}Row${number}`;
            const control = this.control(variable, row, part, id);
            const name = make("label", { for: id, class: isAlone ? "unseen" : null },
              ...(isAlone ? [`${variable.label} ${number}`] : this.label(variable)));
            return make("div", {}, name, control);
          });
          return make("li", {}, make("div", { class: "row" }, ...controls), remove);
        }));
      };
      add.addEventListener("click", () => {
        const next = count();
        for (const { name } of group) {
          const values = this.values.get(name) ?? [""];
          while (values.length <= next) values.push("");
          this.values.set(name, values);
        }
        build();
        notes[0].part.controls.at(-1).focus();
      });
      build();
      return box;
    }

    control(variable, index, part, id) {
      const { name, type, choices, multiline } = variable;
      const shared = { id, "data-name": name, "aria-describedby": part.describedBy };
      const value = this.values.get(name)?.[index] ?? "";
      let control = null;
      if (choices.length > 0) {
        const standard = variable.default === null ? [""] : [];
        const options = [...standard, ...choices].map((choice) =>
          make("option", { value: choice }, choice === "" ? say("choose") : choice));
        control = make("select", shared, ...options);
        control.value = choices.includes(value) ? value : variable.default ?? "";
      } else if (type === "boolean") {
        control = make("input", { ...shared, type: "checkbox" });
        control.checked = (value || variable.default) === "true";
      } else if (inputs[type]) {
        control = make("input", { ...shared, ...inputs[type], placeholder: variable.default });
        control.value = value;
      } else {
        const rows = multiline || type === "file" ? 4 : 1;
        control = make("textarea", { ...shared, rows, placeholder: variable.default });
        control.value = value;
      }
      control.addEventListener("input", () => {
        const isBox = control.type === "checkbox";
        this.set(name, index, isBox ? String(control.checked) : control.value);
      });
      part.controls.push(control);
      return control;
    }

    // The text of a file, without the line break that ends its last line, as `turn` reads it.
    fileButton(variable, control) {
      const label = `${say("read-file")}: ${variable.label}`;
      const picker = make("input", { type: "file", "aria-label": label });
      picker.addEventListener("change", async () => {
        if (picker.files.length === 0) return;
        control.value = (await picker.files[0].text()).replace(/\r?\n$/, "");
        this.set(variable.name, 0, control.value);
      });
      return picker;
    }

    set(name, index, value) {
      const values = this.values.get(name) ?? [];
      while (values.length < index) values.push("");
      values[index] = value;
      this.values.set(name, values);
      this.onChange();
    }

    // MARK: What is wrong

    // The preview is left alone: a button in it may just be pressed.
    touch(names) {
      for (const name of names) this.touched.add(name);
      this.tell(this.problems);
    }

    // Shows each problem beside its field, once that was touched.
    tell(problems) {
      this.problems = problems;
      const texts = new Map();
      for (const { names, text } of problems) {
        const name = names.find((each) => this.parts.has(each));
        const isTouched = names.some((each) => this.touched.has(each));
        if (name !== undefined && isTouched && !texts.has(name)) texts.set(name, text);
      }
      for (const [name, { error, controls }] of this.parts) {
        const text = texts.get(name) ?? "";
        if (error.textContent !== text) error.textContent = text;
        error.hidden = text === "";
        for (const control of controls) {
          if (text === "") control.removeAttribute("aria-invalid");
          else control.setAttribute("aria-invalid", "true");
        }
      }
    }

    focus(name) {
      this.parts.get(name)?.controls[0]?.focus();
    }
  }

  panel.Fields = Fields;
})();
