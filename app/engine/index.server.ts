export { type Actor, roleFor, system } from "./actor.ts";
export { type Dispatch, type Dispatched, dispatch, ring } from "./dispatch.server.ts";
export { EventRefused, NoSuchSubject, orRefused } from "./errors.ts";
export { countIncidents, type Incident, IncidentId, incidents, resumeIncident } from "./incidents.server.ts";
export { type Opening, openSubject } from "./open.server.ts";
export { channelId, tasks } from "./tasks.server.ts";
export { type Chunk, chunksOf, type Verdict, verifyAll, verifyChunk } from "./verify.server.ts";
export { type CaseView, type ChannelView, type Offer, offersFor, readCase, type SubjectView } from "./view.server.ts";
export { startWorker, type Worker } from "./worker.server.ts";
