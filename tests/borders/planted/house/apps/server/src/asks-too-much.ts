import Anthropic from '@anthropic-ai/sdk';
import knex from 'knex';
import { channelContract } from '@glowbot/testkit';

export const parts = [Anthropic, knex, channelContract];
export const computed = (name: string) => import(name);
