import { defineConfig, type ViewportSize } from "@playwright/test";

/** `npm run test:e2e` starts the product and sets these; to run against a product that runs already, set them yourself. */
const { E2E_BASE_URL, E2E_CHROMIUM_PATH, E2E_LD_LIBRARY_PATH, E2E_FONTCONFIG_PATH } = process.env;

/** A browser that brings its own libraries and fonts must find them, and nothing but the browser may. */
const browserEnvironment = {
  ...process.env,
  ...(E2E_LD_LIBRARY_PATH ? { LD_LIBRARY_PATH: E2E_LD_LIBRARY_PATH } : {}),
  ...(E2E_FONTCONFIG_PATH ? { FONTCONFIG_PATH: E2E_FONTCONFIG_PATH } : {}),
} as Record<string, string>;

/** A phone walks the journeys in which the width matters; what a request is answered does not depend on it. */
function project(name: string, viewport: ViewportSize, testMatch = "**/*.spec.ts") {
  return { name, testMatch, use: { viewport } };
}

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  workers: 2,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  // machines are shared, some three times slower than others: a limit ends what hangs, not what takes its time
  timeout: 600_000,
  use: {
    ...(E2E_BASE_URL ? { baseURL: E2E_BASE_URL } : {}),
    actionTimeout: 30_000,
    video: "off",
    trace: "retain-on-failure",
    launchOptions: {
      ...(E2E_CHROMIUM_PATH ? { executablePath: E2E_CHROMIUM_PATH } : {}),
      env: browserEnvironment,
      args: [
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
      ],
    },
  },
  projects: [
    project("desktop", { width: 1280, height: 800 }),
    project("phone", { width: 390, height: 844 }, "**/month.spec.ts"),
  ],
});
