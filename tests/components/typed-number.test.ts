import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tidyMinutes, tidyMoney, tidyPercent, tidyQuantity } from "@/components/form/typed-number";
import { parseMoney } from "@/lib/kernel/decimal-text";

describe("a number field, when it is left", () => {
  it("shows money in the house's writing", () => {
    expect(tidyMoney("$1234.5")).toBe("1,234.50");
    expect(tidyMoney("(12.00)")).toBe("−12.00");
    expect(tidyMoney(" 7 ")).toBe("7.00");
  });

  it("keeps what is not a number as it was typed", () => {
    for (const text of ["1.005", "12 dollars", "1e9", ""]) expect(tidyMoney(text)).toBe(text);
    expect(tidyMinutes("soon")).toBe("soon");
    expect(tidyPercent("101")).toBe("101");
  });

  it("shows quantities, percentages and durations without superfluous digits", () => {
    expect(tidyQuantity("1.5000")).toBe("1.5");
    expect(tidyPercent("6.25%")).toBe("6.25");
    expect(tidyMinutes("90m")).toBe("1:30");
    expect(tidyMinutes("1.5")).toBe("1:30");
  });

  it("never changes the amount, and changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (amount) => {
        const typed = `${amount < 0 ? "-" : ""}${String(Math.abs(amount))
          .padStart(3, "0")
          .replace(/(\d{2})$/, ".$1")}`;
        const shown = tidyMoney(typed);
        expect(parseMoney(shown)).toEqual({ ok: true, value: amount === 0 ? 0 : amount });
        expect(tidyMoney(shown)).toBe(shown);
      }),
    );
  });
});
