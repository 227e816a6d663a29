export { Actions } from "./actions.tsx";
export { CaseHeader } from "./case-header.tsx";
export { EventForm, type EventFormProps, isAbout, type PostedProblem } from "./event-form.tsx";
export { ReasonField } from "./reason-field.tsx";
export { type Reason, reasonWords } from "./reason-words.ts";
export { Reasons, Refused, reasonSentence } from "./refused.tsx";
export { eventName, stateName, stateWords } from "./state-words.ts";
