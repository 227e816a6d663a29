export { type CaseCard, readCard, writeCard } from "./card.server.ts";
export { type ChartPage, loadChart, loadMap } from "./chart/load.server.ts";
export { closings, promiseIn } from "./clocks.server.ts";
export { type Posted, postedEvent } from "./event-form.server.ts";
export { isOurTurn, type Leaf, leafOf, leavesOfLaw } from "./leaves.server.ts";
export { channelNames, countryName, type Line, lineNames, methodNames, type NameLine } from "./line-name.server.ts";
export { caseAndCard, memberOf } from "./load.server.ts";
export { onceARequest } from "./once-a-request.server.ts";
export { type CasePerson, namesOf, peopleOf } from "./people.server.ts";
