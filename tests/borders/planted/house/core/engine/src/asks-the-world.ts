export const now = Date.now();
export const today = new Date();
export const said = Date();
export const { parse, now: clock } = Date;
export const chance = Math.random();
export const setting = process.env['SETTING'];
export const answer = fetch('http://127.0.0.1/');
export const tools = { fetch, setTimeout };
export const later = (run = setTimeout) => run(console.log, 1);
