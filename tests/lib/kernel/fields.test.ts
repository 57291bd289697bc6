import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { z as zod } from "zod";
import {
  checkbox,
  dayField,
  emailField,
  idField,
  jsonList,
  moneyField,
  optionalDay,
  optionalEmail,
  optionalId,
  optionalMoney,
  optionalText,
  percentField,
  quantityField,
  revisionField,
  textField,
} from "@/lib/kernel/fields";
import { newId } from "@/lib/kernel/ids";

const taken = (field: z.ZodType, value: unknown): unknown => field.parse(value);
function refusal(field: z.ZodType, value: unknown): string {
  const result = field.safeParse(value);
  return result.success ? `taken as ${JSON.stringify(result.data)}` : (result.error.issues[0]?.message ?? "");
}

const name = textField("a name");

describe("text", () => {
  test.each(["\u0000", "a\u0000b", "\u0007", "\u001b[31m", "\u007f"])(
    "with the control character %j is refused",
    (text) => {
      expect(refusal(name, text)).toMatch(/control characters|Enter/);
      expect(refusal(optionalText("a note"), `x${text}y`)).toMatch(/control characters/);
    },
  );

  test.each(["\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"])(
    "that turns the direction of what follows is refused: %j",
    (text) => {
      for (const field of [name, optionalText("a note")])
        expect(refusal(field, `x${text}y`)).toMatch(/control characters/);
      expect(refusal(name, text)).toMatch(/control characters/);
    },
  );

  test.each([
    "\u200b",
    "\u200c\u200d",
    "\u200e \u200f",
    "\u2060",
    "\ufeff",
    "\u00ad",
    "\u00a0\u3000",
    "\u3164",
    "\ufe0f",
  ])("that nobody can see is empty: %j", (text) => {
    expect(refusal(name, ` ${text} `)).toBe("Enter a name.");
    expect(taken(optionalText("a note"), text)).toBe("");
  });

  test("with half a character is refused: no database could keep it", () => {
    expect(refusal(name, "a\ud800b")).toMatch(/control characters/);
    expect(refusal(name, "\udc00")).toMatch(/control characters/);
  });

  test("of 10 kB is refused with the number that fits, and nothing of it is cut off silently", () => {
    expect(refusal(name, "x".repeat(10_240))).toBe("Use 200 characters or fewer.");
    expect(refusal(optionalText("notes", { max: 4_000 }), "x".repeat(10_240))).toBe("Use 4,000 characters or fewer.");
    expect(taken(name, "x".repeat(200))).toBe("x".repeat(200));
    expect(refusal(name, "x".repeat(201))).toMatch(/200/);
  });

  test.each([
    "שלום עולם",
    "مرحبا",
    "日本語",
    "👩‍👩‍👧‍👦 family",
    "Zoë",
    "O'Brien & Søn <b>",
    "می\u200cخواهم",
    "क्\u200dष",
    "ﷺ",
    "İ",
    "\u{1f9d1}\u{1f3fd}",
  ])("%s is kept letter by letter", (text) => expect(taken(name, text)).toBe(text.normalize("NFC")));

  test("in two spellings of one letter is one text", () => {
    expect(taken(name, "Zoe\u0308")).toBe(taken(name, "Zo\u00eb"));
  });

  test("loses its edges and its carriage returns, not its lines and tabs", () => {
    expect(taken(optionalText("notes"), "  a\r\nb\rc\n\td ")).toBe("a\nb\nc\n\td");
  });

  test("that is missing, blank or no text is refused where it is needed, and empty where it is not", () => {
    for (const nothing of ["", "   ", "\n"]) {
      expect(refusal(name, nothing)).toBe("Enter a name.");
      expect(taken(optionalText("a note"), nothing)).toBe("");
    }
    for (const nothing of [undefined, null, 5, ["a"], {}]) expect(refusal(name, nothing)).toBe("Enter a name.");
    expect(taken(optionalText("a note"), undefined)).toBe("");
    expect(refusal(optionalText("a note"), ["a", "b"])).toBe("Enter a note.");
  });

  test("of any kind is taken whole or refused with a sentence", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const result = optionalText("a note").safeParse(text);
        const plain = text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
        if (result.success) expect(["", plain]).toContain(result.data);
        else expect(result.error.issues[0]?.message).toMatch(/\.$/);
      }),
    );
  });
});

describe("an e-mail address", () => {
  test("is small letters in one form; a full-width one is the same address", () => {
    expect(taken(emailField(), " Pat@Example.COM ")).toBe("pat@example.com");
    expect(taken(emailField(), "ｐａｔ＠example.com")).toBe("pat@example.com");
  });

  test.each([
    "pat",
    "pat@",
    "@example.com",
    "a b@example.com",
    "pat@example.com\nbcc:x@y.z",
    "pat@example",
    `${"x".repeat(250)}@e.co`,
  ])("%j is none", (text) => {
    expect(emailField().safeParse(text).success).toBe(false);
    expect(optionalEmail().safeParse(text).success).toBe(false);
  });

  test("may be left out only where it is optional", () => {
    expect(taken(optionalEmail(), "")).toBe("");
    expect(refusal(emailField(), "")).toMatch(/Enter an e-mail address/);
  });
});

describe("an id", () => {
  const client = idField("client", "a client");

  test("of the right kind is taken", () => {
    const id = newId("client");
    expect(taken(client, id)).toBe(id);
    expect(taken(optionalId("client", "a client"), id)).toBe(id);
  });

  test("of the wrong kind, of another alphabet, or with anything around it is refused before any query", () => {
    const id = newId("client");
    for (const wrong of [
      newId("invoice"),
      id.toUpperCase(),
      `${id}x`,
      ` ${id}`,
      `${id}\n`,
      id.slice(0, -1),
      "cli_",
      "1",
      "' or 1=1 --",
    ]) {
      expect(refusal(client, wrong)).toBe("Choose a client from the list.");
    }
    for (const nothing of ["", undefined, null, 5, [id]]) expect(refusal(client, nothing)).toBe("Choose a client.");
  });

  test("left empty is null where it is optional, and garbage is not", () => {
    for (const nothing of ["", undefined, null]) expect(taken(optionalId("client", "a client"), nothing)).toBeNull();
    expect(refusal(optionalId("client", "a client"), "garbage")).toBe("Choose a client from the list.");
  });
});

describe("days and amounts", () => {
  test("a day that does not exist is refused; an empty one is null where it is optional", () => {
    expect(refusal(dayField(), "2026-02-30")).toMatch(/real date/);
    expect(refusal(dayField(), "")).toBe("Enter a date.");
    expect(taken(optionalDay(), "")).toBeNull();
    expect(taken(dayField(), " 2026-02-28 ")).toBe("2026-02-28");
  });

  test("an empty rate is no rate, and not a rate of zero", () => {
    expect(taken(optionalMoney("a rate"), " ")).toBeNull();
    expect(taken(optionalMoney("a rate"), "0")).toBe(0);
    expect(refusal(optionalMoney("a rate"), "x")).toMatch(/Enter an amount/);
  });

  test("an amount above zero is asked for with words", () => {
    expect(refusal(moneyField("an amount", { min: 1 }), "0.00")).toBe("Enter an amount of more than zero.");
    expect(refusal(moneyField("an amount"), "-1")).toBe("Enter an amount of zero or more.");
    expect(refusal(moneyField("an amount"), 5)).toBe("Enter an amount.");
  });

  test("quantities and percentages take what people type", () => {
    expect(taken(quantityField("a quantity"), "1.5")).toBe(15_000);
    expect(taken(percentField("a tax"), "6.25 %")).toBe(62_500);
  });
});

describe("what a form sends besides", () => {
  test("a tick is true only when it is there", () => {
    expect(["on", "true", true].map((value) => taken(checkbox(), value))).toEqual([true, true, true]);
    expect(["off", "", undefined, null, 1, "yes"].map((value) => taken(checkbox(), value))).toEqual(
      Array(6).fill(false),
    );
  });

  test("a list that is no JSON, or JSON of another shape, is refused", () => {
    const lines = jsonList(zod.array(zod.object({ n: zod.number() })));
    expect(taken(lines, '[{"n":1}]')).toEqual([{ n: 1 }]);
    for (const wrong of ["", "[", "null", "{}", '[{"n":"1"}]', undefined])
      expect(lines.safeParse(wrong).success).toBe(false);
  });

  test("names that would reach into a prototype stay harmless", () => {
    const lines = jsonList(zod.array(zod.object({ n: zod.number() })));
    const parsed = taken(
      lines,
      '[{"n":1,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}]',
    );
    expect(parsed).toEqual([{ n: 1 }]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("a version is a whole number from zero", () => {
    expect(taken(revisionField(), "3")).toBe(3);
    for (const wrong of ["-1", "1.5", "x", undefined, "NaN"])
      expect(revisionField().safeParse(wrong).success).toBe(false);
  });
});
