import { zaloZns } from '@glowbot/zalo-zns';

export const channels = [zaloZns];
