#!/bin/sh
# Installs this version on Debian or Raspberry Pi OS, beside the versions that are there. Run it as root from the unpacked tarball,
# once its signature was checked (docs/update.md). Configuration and data that are there stay as they are.
# Later versions come with: sudo bitgrid update apply SOURCE
set -eu
umask 022

here=$(cd "$(dirname "$0")/.." && pwd)
version=$(cat "$here/VERSION")
slot=/opt/bitgrid/slots/$version

[ "$(id -u)" = 0 ] || { echo "Run it as root: sudo $0" >&2; exit 1; }
[ ! -e /var/lib/dpkg/info/bitgrid.list ] || { echo "BitGrid is installed as a package here. Install the new package instead, or remove the old one first." >&2; exit 1; }

getent passwd bitgrid >/dev/null ||
	useradd --system --user-group --home-dir /var/lib/bitgrid --no-create-home --shell /usr/sbin/nologin bitgrid

# A version appears whole or not at all.
if [ ! -d "$slot" ]; then
	rm -rf "$slot.part"
	mkdir -p /opt/bitgrid/slots
	cp -R --preserve=timestamps "$here" "$slot.part"
	# The service is somebody else: it must be able to read, whoever unpacked this in whatever way.
	chmod -R u=rwX,go=rX "$slot.part"
	sync -f "$slot.part"
	mv "$slot.part" "$slot"
fi

# The launcher is replaced in one step, and takes effect at the next start of the service.
install -m 755 "$here/bin/bitgrid-launcher" /opt/bitgrid/bitgrid-launcher.new
mv /opt/bitgrid/bitgrid-launcher.new /opt/bitgrid/bitgrid-launcher
install -m 755 "$here/setup/debian/bitgrid" /usr/local/bin/bitgrid
install -m 644 "$here/setup/systemd/bitgrid.service" /etc/systemd/system/bitgrid.service

install -d -m 755 /etc/bitgrid /etc/bitgrid/secrets
for file in "$here"/config/*.yaml; do
	[ -e "/etc/bitgrid/$(basename "$file")" ] || install -m 644 "$file" /etc/bitgrid/
done

install -d -m 750 -o bitgrid -g bitgrid /var/lib/bitgrid /var/lib/bitgrid/boot
echo "$version" >/var/lib/bitgrid/boot/wish

if [ -d /run/systemd/system ]; then
	systemctl daemon-reload
	systemctl enable --quiet bitgrid.service
	systemctl start --no-block bitgrid.service
fi
echo "BitGrid $version is installed. How it is: sudo bitgrid doctor"
