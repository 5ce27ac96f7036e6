import { GlowBotError } from '@glowbot/core';
import { serve } from '@glowbot/server';

export const parts = [GlowBotError, serve];
