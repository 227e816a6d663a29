import type { Pack, PackLang } from "../pack.ts";
import { en } from "./en.ts";
import { id } from "./id.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import { th } from "./th.ts";
import { vi } from "./vi.ts";
import { zh } from "./zh.ts";

export const packs: Record<PackLang, Pack> = { ko, en, ja, vi, th, id, zh };
