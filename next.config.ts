import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  allowedDevOrigins: ["127.0.0.1"],
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "@node-rs/argon2", "graphile-worker", "pino"],
  experimental: { agentUpgrade: false, authInterrupts: true },
};

export default config;
