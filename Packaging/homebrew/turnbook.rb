# Builds both programs from the sources of a release. Before it is published, OWNER becomes the account
# that holds Turnbook, and sha256 the digest of the archive that url names.
class Turnbook < Formula
  desc "Guides of prompt techniques as sites and as patterns that run"
  homepage "https://github.com/OWNER/turnbook"
  url "https://github.com/OWNER/turnbook/archive/refs/tags/v0.1.0.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "MIT"
  head "https://github.com/OWNER/turnbook.git", branch: "main"

  depends_on "pkgconf" => :build
  depends_on xcode: ["26.0", :build]
  depends_on "cmark"
  depends_on "libmicrohttpd"
  depends_on "libyaml"
  depends_on macos: :tahoe
  depends_on "sqlite"

  def install
    # The sandbox of the package manager is already one; a second one inside it is not allowed.
    ENV["SWIFT_BUILD_FLAGS"] = "--disable-sandbox"
    # An archive has no history that the commit could be read from.
    ENV["TURNBOOK_COMMIT"] = build.head? ? Utils.git_short_head : "v#{version}"
    system "make", "install", "PREFIX=#{prefix}"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/turnbook --version")
    assert_match version.to_s, shell_output("#{bin}/turn --version")
    system bin/"turnbook", "init", "guide"
    system bin/"turnbook", "build", "guide"
    assert_path_exists testpath/"guide/site/index.html"
  end
end
