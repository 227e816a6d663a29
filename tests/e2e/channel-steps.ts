import type { Hall } from "./hall.ts";
import type { Screen } from "./screen.ts";

export async function testChannels(_hall: Hall, _merchant: Screen, _caseId: string): Promise<void> {}
export async function goLive(_hall: Hall, _merchant: Screen, _approver: Screen, _caseId: string): Promise<void> {}
