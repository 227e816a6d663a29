export { lastMails, listOutbox, type MailLine, type OutboxPage, readMail, resend } from "./outbox.server.ts";
export { tasks } from "./tasks.server.ts";
