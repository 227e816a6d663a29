import { afterEach, expect, test, vi } from "vitest";
import { dropUnsent, keepUnsent, unsentOf } from "./unsent.ts";

const shelf = () => {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
};
afterEach(() => vi.unstubAllGlobals());

test("what could not be sent is there after a reload, every field as it was, and gone once it was sent", () => {
  vi.stubGlobal("sessionStorage", shelf());
  const body = new FormData();
  body.append("_touched", "countries");
  body.append("countries", "VN");
  body.append("countries", "ID");
  keepUnsent("where", body);
  expect([...unsentOf("where")!]).toEqual([
    ["_touched", "countries"],
    ["countries", "VN"],
    ["countries", "ID"],
  ]);
  expect(unsentOf("sales")).toBeNull();
  dropUnsent("where");
  expect(unsentOf("where")).toBeNull();
});

test("a browser that keeps nothing, or something that is not ours, is no error", () => {
  expect(unsentOf("where")).toBeNull();
  expect(() => keepUnsent("where", new FormData())).not.toThrow();
  vi.stubGlobal("sessionStorage", { ...shelf(), getItem: () => "{]" });
  expect(unsentOf("where")).toBeNull();
});
