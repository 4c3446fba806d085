import { useEffect } from 'react';
import { useDesk } from '../ui/desk-context.tsx';

/**
 * The server is asked at once where the system says that the line went or came back: an open stream over a dead line is
 * silent, and would be given up only by its missing heartbeat.
 */
export function useLineOfBrowser(): void {
  const { desk } = useDesk();
  useEffect(() => {
    const ask = () => desk.syncNow();
    addEventListener('offline', ask);
    addEventListener('online', ask);
    return () => {
      removeEventListener('offline', ask);
      removeEventListener('online', ask);
    };
  }, [desk]);
}
