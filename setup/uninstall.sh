#!/bin/sh
# Removes BitGrid as setup/install.sh has installed it. Configuration and data stay, unless --purge is given.
set -eu

[ "$(id -u)" = 0 ] || { echo "Run it as root: sudo $0" >&2; exit 1; }
case "${1-}" in '' | --purge) ;; *) echo "Usage: $0 [--purge]" >&2; exit 2 ;; esac

# At its end it tells every load to stop.
if [ -d /run/systemd/system ] && [ -e /etc/systemd/system/bitgrid.service ]; then
	systemctl disable --quiet --now bitgrid.service
fi
rm -rf /opt/bitgrid /usr/local/bin/bitgrid /etc/systemd/system/bitgrid.service
if [ -d /run/systemd/system ]; then
	systemctl daemon-reload
fi
if [ "${1-}" = --purge ]; then
	rm -rf /etc/bitgrid /etc/systemd/system/bitgrid.service.d /var/lib/bitgrid
	userdel bitgrid 2>/dev/null || true
fi
