declare module "virtual:gallery" {
  const shapes: readonly import("./gallery.js").GalleryRubric[];
  export default shapes;
}
declare module "virtual:guide" {
  const pages: readonly import("./screens/guide-page.js").GuideEntry[];
  export default pages;
}
