import type { TaskList } from "graphile-worker";
import { tasks as apiTasks } from "#app/api/index.server.ts";
import { tasks as auditTasks } from "#app/audit/index.server.ts";
import { tasks as channelTasks } from "#app/channels/index.server.ts";
import { tasks as credentialTasks } from "#app/credentials/index.server.ts";
import { tasks as engineTasks } from "#app/engine/index.server.ts";
import { tasks as inquiryTasks } from "#app/inquiry/index.server.ts";
import { tasks as kycTasks } from "#app/kyc/index.server.ts";
import { tasks as mailTasks } from "#app/mail/index.server.ts";
import { tasks as partnerTasks } from "#app/partners/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { tasks as pspTasks } from "#app/psp/index.server.ts";
import { tasks as siteTasks } from "#app/site/index.server.ts";

/** Everything a worker does: what each room does when a machine asks for it. Two rooms with one task name would be a mistake. */
export function tasksOf(platform: Platform): TaskList {
  const rooms = [
    engineTasks(platform),
    mailTasks(platform),
    inquiryTasks(platform),
    kycTasks(platform),
    channelTasks(platform),
    credentialTasks(platform),
    partnerTasks(platform),
    apiTasks(platform),
    auditTasks(platform),
    pspTasks(platform),
    siteTasks(platform),
  ];
  const names = rooms.flatMap(Object.keys);
  const twice = names.filter((name, place) => names.indexOf(name) !== place);
  if (twice.length > 0) throw new Error(`tasks that two rooms claim: ${twice.join(", ")}`);
  return Object.assign({}, ...rooms);
}
