import { Outlet } from "@remix-run/react";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";

export default function GuideLayout() {
  return (
    <PublicShell width="wide">
      <Outlet />
    </PublicShell>
  );
}
