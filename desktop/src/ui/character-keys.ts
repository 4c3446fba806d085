import { z } from '@amtsstube/shared/domain/zod';
import { DeviceSetting } from './device-setting.ts';

/** Whether shortcuts made of characters alone count on this device (WCAG 2.1.4). */
export const characterKeys = new DeviceSetting('amtsstube.character-keys', z.boolean(), true);
