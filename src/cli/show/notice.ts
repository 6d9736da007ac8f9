/** What every output ends with. */
export const NOTICE = 'This shows what a text says about a record. It is not legal advice.';
