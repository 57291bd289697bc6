import { describe, expect, test } from "vitest";
import { z } from "zod";
import { asFormData, inputOf, parse, stateOf, stateOfError } from "@/lib/doors/form-data";
import { idField, moneyField, textField } from "@/lib/kernel/fields";
import { Refusal, type RefusalCode, refuseField, sentences } from "@/lib/kernel/refusal";

function form(...pairs: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
}

const schema = z.object({
  name: textField("a name"),
  price: moneyField("a price"),
  clientId: idField("client", "a client"),
});

describe("what a form sent", () => {
  test("is its fields; a name with [] is a list, of any other the last one counts", () => {
    const data = form(["name", "a"], ["name", "b"], ["ids[]", "1"], ["ids[]", "2"], ["empty", ""]);
    expect({ ...inputOf(data) }).toEqual({ name: "b", ids: ["1", "2"], empty: "" });
  });

  test("leaves out files and what belongs to the framework", () => {
    expect({ ...inputOf(form(["file", new Blob(["x"])], ["$ACTION_ID_1", "x"], ["a", "1"])) }).toEqual({ a: "1" });
  });

  test("is read in one pass, however long its lists are", () => {
    const long = new FormData();
    for (let i = 0; i < 60_000; i++) long.append("a[]", "");
    expect(inputOf(long).a).toHaveLength(60_000);
  });

  test("has no prototype to reach into", () => {
    const input = inputOf(form(["__proto__", "x"], ["constructor", "y"], ["toString", "z"], ["__proto__[]", "p"]));
    expect(Object.keys(input).sort()).toEqual(["__proto__", "constructor", "toString"]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
    expect(Object.prototype.toString.call({})).toBe("[object Object]");
  });

  test.each([undefined, null, 5, "x", [], {}, [null], { get: () => "x" }])(
    "that is no form at all (%j) is an empty one",
    (posted) => {
      expect([...asFormData(posted)]).toEqual([]);
    },
  );
});

describe("the answer to a form", () => {
  test("that is wrong names each field once, and gives back everything typed but passwords", () => {
    const input = inputOf(form(["name", " "], ["price", "1.005"], ["password", "hunter22"], ["newPassword", "x"]));
    const answer = parse(schema, input);
    expect(answer).toEqual({
      ok: false,
      state: {
        status: "refused",
        message: sentences.invalid_input,
        fields: {
          name: "Enter a name.",
          price: "Dollars have two decimals. Enter an amount such as 1,234.56.",
          clientId: "Choose a client.",
        },
        values: { name: [" "], price: ["1.005"] },
        nextRequestId: null,
        asks: null,
        reveals: [],
      },
    });
  });

  test("takes only the fields that the form has: a smuggled one is left out", () => {
    const id = "cli_00000000000000000000000000";
    const answer = parse(
      schema,
      inputOf(form(["name", "a"], ["price", "1"], ["clientId", id], ["companyId", "co_1"], ["role", "owner"])),
    );
    expect(answer).toEqual({ ok: true, data: { name: "a", price: 100, clientId: id } });
  });

  test("refused by a command says its sentence, beside its field where it has one", () => {
    const refusal = refuseField("projectId", "project_other_client");
    expect(stateOf(refusal, { a: "1" })).toMatchObject({
      status: "refused",
      message: sentences.project_other_client,
      fields: { projectId: sentences.project_other_client },
      values: { a: ["1"] },
    });
    expect(stateOf(new Refusal("stale"), {})).toMatchObject({ status: "conflict" });
  });

  test("is a refusal's alone: a bug goes on up and is never shown as words", () => {
    const bug = new Error("secret detail");
    expect(() => stateOfError(bug, {})).toThrow(bug);
    expect(stateOfError(new Refusal("busy"), {}).message).toBe(sentences.busy);
  });
});

test("every refusal is a sentence for people, and fills its blanks or shows them", () => {
  for (const code of Object.keys(sentences) as RefusalCode[]) {
    expect([code, sentences[code]]).toEqual([code, expect.stringMatching(/^[A-Z{].*\.$/)]);
    const blanks = [...sentences[code].matchAll(/\{(\w+)\}/g)].map((blank) => blank[1] as string);
    const { message } = new Refusal(code, Object.fromEntries(blanks.map((blank) => [blank, "X"])));
    expect(message).not.toMatch(/[{}]/);
  }
  expect(new Refusal("forbidden", { role: "<b>$& $1</b>" }).message).toContain("<b>$& $1</b>");
});
