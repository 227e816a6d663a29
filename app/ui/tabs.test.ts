import { expect, test } from "vitest";
import { currentTab } from "./tabs.tsx";

const tabs = [
  { to: "/console/desk", label: "all" },
  { to: "/console/desk?view=late", label: "late" },
  { to: "/console/desk/mine", label: "mine" },
];
const at = (pathname: string, search = "") => currentTab(tabs, { pathname, search })?.label;

test("the page stands on one tab: the most particular that leads to it", () => {
  expect(at("/console/desk")).toBe("all");
  expect(at("/console/desk", "?view=late&after=x")).toBe("late");
  expect(at("/console/desk", "?view=other")).toBe("all");
  expect(at("/console/desk/mine")).toBe("mine");
  expect(at("/console/desk/mine/7")).toBe("mine");
  expect(at("/console/desks")).toBeUndefined();
});

test("a tab of one address only is not on for those below it", () => {
  expect(currentTab([{ to: "/a", label: "a", end: true }], { pathname: "/a/b", search: "" })).toBeUndefined();
});
