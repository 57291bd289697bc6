import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  allowedDevOrigins: ["127.0.0.1"],
  // types are checked by `npm run check`, over tests and scripts too; the build need not do it a second time
  typescript: { ignoreBuildErrors: true },
  // a page comes with its title, never before it: streamed after the page, it would be missing for a moment after each form
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "@node-rs/argon2", "graphile-worker", "pino"],
  experimental: { agentUpgrade: false, authInterrupts: true },
};

export default config;
