import { createContext } from "react";

/** Whether the page is a dense one; for what is drawn outside of it, like a dialog. */
export const DenseContext = createContext(false);
