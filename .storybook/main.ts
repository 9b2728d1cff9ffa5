import type { StorybookConfig } from '@storybook/web-components-vite';

/** Stories read the sources of every room; nothing but the manifest is built for them, and nothing leaves the machine. */
const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  staticDirs: ['../schemas'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (vite, { configType }) => ({
    ...vite,
    resolve: { ...vite.resolve, conditions: ['@dvc/source', 'module', 'browser', configType === 'PRODUCTION' ? 'production' : 'development'] },
  }),
};
export default config;
