/** @type {import('@glowbot/postgres').Store} */
export let store;
