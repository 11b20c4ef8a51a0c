"""Countries, capitals and great cities: their capital letters, for notes that were typed without.

Names that are also ordinary words (`chad`, `turkey`, `nice`) are left out.
"""

from __future__ import annotations

__all__ = ["PLACES"]

PLACES = tuple(
    name.strip()
    for name in """
    Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas,
    Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Botswana, Brazil,
    Brunei, Bulgaria, Burkina Faso, Burundi, Cabo Verde, Cambodia, Cameroon, Canada, Chile, Colombia, Comoros,
    Congo, Costa Rica, Croatia, Cuba, Cyprus, Czechia, Denmark, Djibouti, Dominica, Ecuador, Egypt, El Salvador,
    Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Germany, Ghana, Greece, Grenada,
    Guatemala, Guyana, Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy,
    Jamaica, Japan, Kazakhstan, Kenya, Kiribati, Korea, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho,
    Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Madagascar, Malawi, Malaysia, Maldives, Malta, Marshall
    Islands, Mauritania, Mauritius, Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique,
    Myanmar, Namibia, Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Nigeria, North Macedonia, Norway, Oman,
    Pakistan, Palau, Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Qatar,
    Romania, Russia, Rwanda, Samoa, San Marino, Saudi Arabia, Senegal, Serbia, Seychelles, Sierra Leone, Singapore,
    Slovakia, Slovenia, Solomon Islands, Somalia, South Africa, South Sudan, Spain, Sri Lanka, Sudan, Suriname,
    Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Timor-Leste, Togo, Tonga, Tunisia,
    Turkmenistan, Tuvalu, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States, Uruguay, Uzbekistan,
    Vanuatu, Venezuela, Viet Nam, Vietnam, Yemen, Zambia, Zimbabwe, Africa, Asia, Europe, Latin America, Central
    America, North America, South America, Middle East, Balkans, Caribbean, Mediterranean, Sahel, Sahara, Maghreb,
    Andes, Himalayas, Aegean, Adriatic, Red Sea, Black Sea, Gulf of Aden, Abidjan, Abu Dhabi, Abuja, Accra, Addis
    Ababa, Algiers, Amman, Amsterdam, Ankara, Antananarivo, Ashgabat, Asunción, Athens, Auckland, Baghdad, Baku,
    Bamako, Bangkok, Barcelona, Beijing, Beirut, Belgrade, Berlin, Bern, Bishkek, Bogotá, Brasília, Brussels,
    Bucharest, Budapest, Buenos Aires, Cairo, Calais, Canberra, Caracas, Casablanca, Chisinau, Colombo, Conakry,
    Copenhagen, Dakar, Damascus, Dar es Salaam, Delhi, Dhaka, Doha, Dubai, Dublin, Dushanbe, Geneva, Guatemala City,
    Hanoi, Harare, Havana, Helsinki, Ho Chi Minh City, Hong Kong, Islamabad, Istanbul, Jakarta, Jeddah, Jerusalem,
    Johannesburg, Juba, Kabul, Kampala, Karachi, Kathmandu, Khartoum, Kigali, Kingston, Kinshasa, Kuala Lumpur,
    Kyiv, Lagos, Lampedusa, Lesbos, Lilongwe, Lisbon, Ljubljana, London, Luanda, Lusaka, Madrid, Malé, Managua,
    Manama, Manila, Maputo, Marrakech, Melbourne, Mexico City, Minsk, Mogadishu, Monrovia, Montevideo, Moscow,
    Mumbai, Muscat, Nairobi, New Delhi, New York, Niamey, Nouakchott, Oslo, Ottawa, Ouagadougou, Paris, Phnom Penh,
    Port Moresby, Port-au-Prince, Prague, Pretoria, Quito, Rabat, Reykjavik, Riyadh, Rome, San José, San Salvador,
    Sana'a, Santiago, Santo Domingo, São Paulo, Sarajevo, Seoul, Shanghai, Singapore, Skopje, Sofia, Stockholm,
    Suva, Sydney, Tallinn, Tashkent, Tbilisi, Tegucigalpa, Tehran, Tijuana, Tirana, Tokyo, Toronto, Tripoli, Tunis,
    Ulaanbaatar, Vienna, Vientiane, Vilnius, Warsaw, Washington, Windhoek, Yangon, Yaoundé, Yerevan, Zagreb, Zurich
    """.replace("\n", " ").split(",")
)
"""With their capital letters."""
