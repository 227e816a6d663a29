import { defineConfig } from "prisma/config";

// The CLI looks for a native schema engine before every command and would download one. `generate`, `validate` and
// `format` never run it: any executable satisfies the look. Migrations go through our own runner (app/platform/db).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema" });
