import { expect, test } from "vitest";
import { isWhole } from "@/lib/doors/whole-body";

const post = (type: string, body: string, headers: Record<string, string> = {}) =>
  isWhole(new Request("http://x/", { method: "POST", body, headers: { "content-type": type, ...headers } }));

const multipart = "multipart/form-data; boundary=a";
const part = '--a\r\nContent-Disposition: form-data; name="x"\r\n\r\n';

test("a form with all its parts is whole, also without any", async () => {
  const form = new FormData();
  form.set("name", "Alder --a--\r\n");
  form.set("file", new File([new Uint8Array([0, 255, 13, 10])], "x.bin"));
  expect(await isWhole(new Request("http://x/", { method: "POST", body: form }))).toBe(true);
  expect(await post(multipart, `${part}1\r\n--a--\r\n`)).toBe(true);
});

test.each([
  ["garbled", multipart, "xxxxx"],
  ["broken off", multipart, `${part}ab`],
  ["without the word that parts it", "multipart/form-data", `${part}1\r\n--a--\r\n`],
  ["parted by another word", multipart, `${part.replace("--a", "--b")}1\r\n--b--\r\n`],
])("a form that is %s is not", async (_, type, body) => expect(await post(type, body)).toBe(false));

test("an action's arguments are a list", async () => {
  const action = { "next-action": "00aa" };
  expect(await post("text/plain;charset=UTF-8", '["$K1",1]', action)).toBe(true);
  expect(await post(multipart, `${part.replace('"x"', '"0"')}["$K1"]\r\n--a--\r\n`, action)).toBe(true);
  expect(await post(multipart, `${part}["$K1"]\r\n--a--\r\n`, action)).toBe(false);
  for (const body of ["{", "{}", "1", "null", "", "x", '["$F1"]', '[["$h1"]]']) {
    expect([body, await post("text/plain;charset=UTF-8", body, action)]).toEqual([body, false]);
  }
});

test("what is neither is left to whom it is meant for", async () => {
  expect(await post("application/json", "{}")).toBe(true);
  expect(await post("application/json", "{")).toBe(false);
  expect(await post("application/csp-report", "{")).toBe(true);
  expect(await post("application/x-www-form-urlencoded", "%zz")).toBe(true);
});
