/// The built-in theme: its templates, style sheets and scripts, as they stand in the folder
/// `theme`.
package enum Theme {
  /// Every file by its name, in the order of the names.
  package static let files: [(name: String, bytes: [UInt8])] = [
    ("actions.mustache", PackageResources.actions_mustache),
    ("around.mustache", PackageResources.around_mustache),
    ("base.mustache", PackageResources.base_mustache),
    ("blocks.css", PackageResources.blocks_css),
    ("blog.mustache", PackageResources.blog_mustache),
    ("body.mustache", PackageResources.body_mustache),
    ("breadcrumbs.mustache", PackageResources.breadcrumbs_mustache),
    ("catalogue.js", PackageResources.catalogue_js),
    ("code.css", PackageResources.code_css),
    ("code.js", PackageResources.code_js),
    ("colophon.mustache", PackageResources.colophon_mustache),
    ("columns.js", PackageResources.columns_js),
    ("contents.mustache", PackageResources.contents_mustache),
    ("diagrams.css", PackageResources.diagrams_css),
    ("dialogue.mustache", PackageResources.dialogue_mustache),
    ("early.js", PackageResources.early_js),
    ("finder.css", PackageResources.finder_css),
    ("footer.mustache", PackageResources.footer_mustache),
    ("glance.mustache", PackageResources.glance_mustache),
    ("head.mustache", PackageResources.head_mustache),
    ("header.mustache", PackageResources.header_mustache),
    ("home.css", PackageResources.home_css),
    ("icon.svg", PackageResources.icon_svg),
    ("index.mustache", PackageResources.index_mustache),
    ("layout.css", PackageResources.layout_css),
    ("lists.css", PackageResources.lists_css),
    ("live.js", PackageResources.live_js),
    ("map.css", PackageResources.map_css),
    ("map.js", PackageResources.map_js),
    ("map.mustache", PackageResources.map_mustache),
    ("markdown.js", PackageResources.markdown_js),
    ("marked-tags.mustache", PackageResources.marked_tags_mustache),
    ("navigation.mustache", PackageResources.navigation_mustache),
    ("not-found.mustache", PackageResources.not_found_mustache),
    ("offline.js", PackageResources.offline_js),
    ("page.css", PackageResources.page_css),
    ("page.mustache", PackageResources.page_mustache),
    ("pagefind.mustache", PackageResources.pagefind_mustache),
    ("pager.mustache", PackageResources.pager_mustache),
    ("panel-browser.js", PackageResources.panel_browser_js),
    ("panel-command.js", PackageResources.panel_command_js),
    ("panel-curl.js", PackageResources.panel_curl_js),
    ("panel-fields.js", PackageResources.panel_fields_js),
    ("panel-filling.js", PackageResources.panel_filling_js),
    ("panel-page.js", PackageResources.panel_page_js),
    ("panel-preview.js", PackageResources.panel_preview_js),
    ("panel-requests.js", PackageResources.panel_requests_js),
    ("panel-text.js", PackageResources.panel_text_js),
    ("panel-values.js", PackageResources.panel_values_js),
    ("panel.css", PackageResources.panel_css),
    ("panel.mustache", PackageResources.panel_mustache),
    ("post.mustache", PackageResources.post_mustache),
    ("posts.mustache", PackageResources.posts_mustache),
    ("preferences.css", PackageResources.preferences_css),
    ("prefetch.js", PackageResources.prefetch_js),
    ("prose.css", PackageResources.prose_css),
    ("redirect.mustache", PackageResources.redirect_mustache),
    ("related.mustache", PackageResources.related_mustache),
    ("scheme.js", PackageResources.scheme_js),
    ("script.mustache", PackageResources.script_mustache),
    ("search.css", PackageResources.search_css),
    ("search.js", PackageResources.search_js),
    ("search.mustache", PackageResources.search_mustache),
    ("shortcut.js", PackageResources.shortcut_js),
    ("tabs.js", PackageResources.tabs_js),
    ("tag.mustache", PackageResources.tag_mustache),
    ("tags.mustache", PackageResources.tags_mustache),
    ("technique.css", PackageResources.technique_css),
    ("technique.mustache", PackageResources.technique_mustache),
    ("techniques.mustache", PackageResources.techniques_mustache),
    ("tokens.css", PackageResources.tokens_css),
  ]

  /// The style sheets that make up the theme's one, in this order.
  package static let styles = [
    "tokens.css", "layout.css", "prose.css", "code.css", "blocks.css", "diagrams.css",
    "technique.css",
    "page.css", "panel.css", "search.css", "preferences.css",
  ]

  /// The scripts that make up the theme's one, in this order; `early.js` stands by itself.
  package static let scripts = [
    "code.js", "columns.js", "markdown.js", "offline.js", "prefetch.js",
    "scheme.js",
    "shortcut.js", "tabs.js",
  ]

  /// Loaded by the page of all techniques only.
  package static let catalogueScripts = ["catalogue.js"]

  /// Loaded by the pages that list others only.
  package static let listStyles = ["lists.css"]

  /// Loaded by the first page only.
  package static let homeStyles = ["home.css"]

  /// Loaded by the map of the techniques only.
  package static let mapScripts = ["map.js"]
  package static let mapStyles = ["map.css"]

  /// Loaded when a reader first wants to search.
  package static let searchScripts = ["search.js"]
  package static let searchStyles = ["finder.css"]

  /// The scripts that make up the panel's one, in this order; only pages with a pattern load it. The
  /// first three are the engine, which knows nothing of the page.
  package static let panelScripts = [
    "panel-values.js", "panel-filling.js", "panel-text.js", "panel-fields.js", "panel-preview.js",
    "panel-browser.js", "panel-page.js",
  ]

  /// The rest of the engine, which the panel loads when another format than text is wanted.
  package static let requestScripts = [
    "panel-command.js", "panel-requests.js", "panel-curl.js",
  ]

  /// Keeps a page up to date while its guide is written; no published page loads it.
  package static var live: [UInt8] { PackageResources.live_js }
}
