import { Component, type ReactNode } from 'react';
import { de } from '../texts/de.ts';
import { MessagePage } from '../ui/message-page.tsx';

/** The edge where a bug in a screen is logged and shown, once. What was saved lies in the journal and is untouched. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly detail?: string }> {
  override state: { readonly detail?: string } = {};

  static getDerivedStateFromError(error: unknown) {
    return { detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
  }

  override render() {
    if (this.state.detail === undefined) return this.props.children;
    return (
      <MessagePage
        title={de.app.unexpected.title}
        text={de.app.unexpected.text}
        action={{ label: de.app.unexpected.reload, perform: () => location.reload() }}
        detail={this.state.detail}
      />
    );
  }
}
