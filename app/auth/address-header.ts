/** Carries the visitor's address, as our own server found it, to better-auth; what a client sends under this name never gets there. */
export const ADDRESS_HEADER = "x-gangway-address";
