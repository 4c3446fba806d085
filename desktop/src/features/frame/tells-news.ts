import { z } from '@amtsstube/shared/domain/zod';
import { DeviceSetting } from '../../ui/device-setting.ts';

/** Whether the operating system says what is new. Off until somebody switches it on: it asks for a permission. */
export const tellsNews = new DeviceSetting('amtsstube.tells-news', z.boolean(), false);
