"""What a doctor is called in one share where they gave no name: a tree and a bird, by a digest."""

from typing import Final

_TREES: Final = tuple(
    "Alder Almond Apple Ash Aspen Bay Beech Birch Blackthorn Box Cedar Cherry Chestnut Cypress Damson Elder Elm Fig "
    "Gean Ginkgo Hawthorn Hazel Hemlock Holly Hornbeam Juniper Laburnum Larch Laurel Lilac Lime Linden Magnolia Maple "
    "Medlar Mulberry Myrtle Oak Olive Osier Pear Pine Plane Plum Poplar Quince Redwood Rowan Sallow Sequoia Service "
    "Sloe Spindle Spruce Sumac Sycamore Tamarisk Teak Tulip Walnut Wattle Whitebeam Willow Yew".split()
)
_BIRDS: Final = tuple(
    "Avocet Bittern Blackbird Brambling Bullfinch Bunting Buzzard Chaffinch Chiffchaff Chough Coot Cormorant Crane "
    "Crossbill Curlew Dabchick Dipper Dove Dunlin Dunnock Eider Falcon Fieldfare Firecrest Fulmar Gannet Garganey "
    "Goldcrest Goldfinch Goshawk Grebe Greenshank Harrier Heron Hobby Hoopoe Jackdaw Kestrel Kingfisher Kittiwake "
    "Lapwing Linnet Martin Merlin Moorhen Nightjar Nuthatch Osprey Oriole Plover Puffin Redstart Robin Sanderling "
    "Siskin Skylark Stonechat Swallow Swift Teal Tern Thrush Wagtail Wren".split()
)


def pseudonym(digest: bytes) -> str:
    """Two words for a keyed digest of a share's id, of which two bytes count: "Rowan Wren".

    The same share has the same name for good; another share of the same doctor has another, so that they are not told
    to be one. Two doctors may have the same one: it is a name to speak of, not to find by.
    """
    return f"{_TREES[digest[0] % len(_TREES)]} {_BIRDS[digest[1] % len(_BIRDS)]}"
