export type Turn = 'waiting' | 'taken' | 'done';
