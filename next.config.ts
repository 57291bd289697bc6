import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  allowedDevOrigins: ["127.0.0.1"],
  // types are checked by `npm run check`, over tests and scripts too; the build need not do it a second time
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "@node-rs/argon2", "graphile-worker", "pino"],
  experimental: { agentUpgrade: false, authInterrupts: true },
};

export default config;
