"""The coordinators' console: pages with which people keep the knowledge true."""
