#!/bin/sh
# Makes a Debian package of the release programs; prints its path.
set -eu
cd "$(dirname "$0")/.."
version=$(sed -n 's/.*static let text = "\(.*\)"/\1/p' Sources/turnbook/Version.swift)
arch=$(dpkg --print-architecture)
# Files are as old as the sources that they come from, so that the same programs give the same package.
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}"
root=.build/deb/turnbook
rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/usr/share/doc/turnbook"
DESTDIR=$PWD/$root PREFIX=/usr sh Scripts/place.sh install >&2
gzip -9n "$root"/usr/share/man/man1/*.1
cp LICENSE "$root/usr/share/doc/turnbook/copyright"
gzip -9nc CHANGELOG.md >"$root/usr/share/doc/turnbook/changelog.gz"

# What the programs load when they start, by the packages that hold it here. A library may be named
# by its place before /lib became a link.
packages=
for library in $(ldd "$root/usr/bin/turnbook" "$root/usr/bin/turn" | awk '/=> \// { print $3 }' | sort -u); do
  owner=$(dpkg -S "$(readlink -f "$library")" 2>/dev/null) || owner=$(dpkg -S "$library") || {
    echo "turnbook: no package holds $library, so nothing can depend on it" >&2
    exit 1
  }
  packages="$packages ${owner%%:*}"
done
packages=$(printf '%s\n' $packages | sort -u)
depends=
for package in $packages; do
  # Of the same version on or later, as far as the revision of Debian goes.
  installed=$(dpkg-query -W -f '${Version}' "$package" | sed 's/-[^-]*$//')
  depends="$depends${depends:+, }$package (>= ${installed})"
done
size=$(du -sk "$root/usr" | cut -f1)
cat >"$root/DEBIAN/control" <<CONTROL
Package: turnbook
Version: $version
Architecture: $arch
Maintainer: Turnbook <turnbook@localhost>
Installed-Size: $size
Depends: $depends
Recommends: libcurl4, ca-certificates, libmicrohttpd12, libgvc6, libpangocairo-1.0-0
Suggests: fonts-lato, fonts-noto-cjk, fonts-noto-color-emoji
Section: text
Priority: optional
Description: Guides of prompt techniques as sites and as patterns that run
 turnbook makes a site of a folder of Markdown pages, checks every link, and takes
 the patterns of prompt techniques out of them. turn fills these patterns in, writes
 them for other tools, and runs them as conversations.
CONTROL
package=.build/turnbook_${version}_${arch}.deb
dpkg-deb --root-owner-group --build "$root" "$package" >&2
echo "$package"
