export type Channel = 'zalo-oa' | 'other';
export const tables = { facebook: 1 };
export const sql = `select 1 from accounts where channel = 'zalo-zns'`;
export const talk = 'Khách hỏi trên facebook hay zalo?';
