/** The header in which the front tells the app whose request it is; a client's own is dropped. */
export const ADDRESS_HEADER = "x-paragora-address";
