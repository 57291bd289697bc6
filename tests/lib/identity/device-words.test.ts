import { expect, test } from "vitest";
import { deviceWords } from "@/lib/identity/device-words";

const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";

test("a browser is told as its owner knows it, whatever else it claims to be", () => {
  const told: [string, string][] = [
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/143.0.0.0 Safari/537.36`, "Chrome on Windows"],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/143.0.0.0 Safari/537.36 Edg/143.0`, "Edge on Windows"],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/143.0.0.0 Safari/537.36`, "Chrome on ChromeOS"],
    [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} HeadlessChrome/143.0.0.0 Safari/537.36`, "Chrome on Linux"],
    [
      `Mozilla/5.0 (Linux; Android 14; SM-S911B) ${webkit} SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36`,
      "Samsung Internet on Android",
    ],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Mac"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
      "Safari on iPhone",
    ],
    [
      "Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 CriOS/143.0 Mobile Safari/604.1",
      "Chrome on iPad",
    ],
  ];
  for (const [userAgent, words] of told) expect(deviceWords(userAgent), userAgent).toBe(words);
});

test("what does not say what it is, is unknown", () => {
  expect(deviceWords("")).toBe("Unknown browser");
  expect(deviceWords("curl/8.5.0")).toBe("Unknown browser");
  expect(deviceWords("Something (Windows NT 10.0)")).toBe("Browser on Windows");
});
